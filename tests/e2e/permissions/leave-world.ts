import { removeImports } from "./new-customer";
import { type PortalWorld, VISITORS } from "./visitors";

/**
 * Removes the imports, the question and the visitors of a world, because the pages of the account list all its people.
 * Visitors stay when other rows refer to them.
 */
export async function leaveWorld(world: PortalWorld): Promise<void> {
  const { sql, visitors, request } = world;
  await removeImports(world);
  await sql`
    update supplier_keys set revoked_at = now()
    where revoked_at is null and (id = ${world.key.id} or name like ${`%${visitors.manager.identifier}`})`;
  const ids = VISITORS.flatMap((kind) => visitors[kind].userId ?? []);
  await sql.unsafe(`
    do $$
    declare visitor uuid;
    begin
      delete from request_messages where request_id = '${request.id}';
      delete from customer_requests where id = '${request.id}';
      foreach visitor in array '{${ids.join(",")}}'::uuid[] loop
        begin
          update sessions set view_as_user_id = null, view_as_reason = null, view_as_until = null
          where view_as_user_id = visitor;
          delete from sessions where visitor in (user_id, origin_user_id);
          delete from invoice_shares where visitor in (user_id, revoked_by_id);
          delete from second_factors where user_id = visitor;
          delete from users where id = visitor;
        exception when foreign_key_violation then null;
        end;
      end loop;
    end $$`);
  await sql.end();
}
