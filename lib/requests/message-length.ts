/** Characters of the message that a form takes and says it takes (R20). */
export const MESSAGE_LENGTH = 800;
