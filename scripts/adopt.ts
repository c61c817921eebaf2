import { adopt } from "@/lib/installation/adopt";

/** `npm run adopt`: makes the database belong to the deployment at APP_URL, which then sends mails and runs jobs. */
const { appUrl, formerUrl } = await adopt();
console.log(
  formerUrl === null || formerUrl === appUrl
    ? `This database belongs to ${appUrl}.`
    : `This database belongs to ${appUrl} now. The deployment at ${formerUrl} sends no mails and runs no jobs with it any more.`,
);
