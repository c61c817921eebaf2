-- Undoing an import deletes the accounts that it created. No login may delete accounts directly.
-- Guarantees: an account is deleted only by its supplier's staff, only if an applied line of an import of this supplier
-- created it, and only while nothing else refers to it: no activation, invoice, mail or user.

-- Deletes the account that a line of an import created, and its company unless another account has the same company.
-- Returns false and deletes nothing when one of the conditions above does not hold.
create or replace function remove_imported_account(p_import uuid, p_line integer) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  found_account uuid;
  found_company uuid;
begin
  if coalesce(viewer_kind(), '') not in ('adviser', 'manager') then
    raise exception 'only the supplier''s staff can undo an import' using errcode = '42501';
  end if;
  select l.account_id, a.company_id into found_account, found_company
  from account_import_lines l join accounts a on a.id = l.account_id and a.supplier_id = l.supplier_id
  where l.import_id = p_import and l.line = p_line and l.supplier_id = viewer_supplier()
    and l.state = 'applied' and l.verdict = 'new' and l.before is null;
  if found_account is null then
    return false;
  end if;
  begin
    -- Locks the account, so that no deposit can activate it before it is deleted.
    perform from accounts where id = found_account and activation_queued_at is null for update;
    if not found then
      return false;
    end if;
    delete from account_search_words where account_id = found_account;
    delete from accounts where id = found_account;
  exception when foreign_key_violation then
    return false;
  end;
  begin
    delete from companies where id = found_company;
  exception when foreign_key_violation then
    null; -- another account has the same company
  end;
  return true;
end
$$;

alter function remove_imported_account(uuid, integer) owner to efacture_auth;
revoke all on function remove_imported_account(uuid, integer) from public;
grant execute on function remove_imported_account(uuid, integer) to efacture_app;
