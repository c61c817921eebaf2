-- Requests of customers to their adviser (R15, R20, questions), and the messages of both sides about each.
-- Guarantees: users add requests and messages in their own name. Administrators and members of the account, and the
-- supplier's advisers and managers, read them; API keys and tokens do not. A question can only be about an invoice that
-- its user may see. Which columns of a request each side may change is in db/functions/requests.sql. Messages are never
-- changed.

alter table customer_requests enable row level security;
alter table customer_requests force row level security;
grant select, insert, update on customer_requests to efacture_app;
grant select on customer_requests to efacture_auth;

create policy jobs on customer_requests to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on customer_requests for select
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());
create policy staff_changes on customer_requests for update
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier())
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier() and (assignee_id is null or exists (
    select from users where users.id = assignee_id and users.supplier_id = viewer_supplier())));
create policy account_reads on customer_requests for select
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
create policy account_changes on customer_requests for update
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account())
  with check (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
create policy requester_adds on customer_requests for insert
  with check (viewer_kind() in ('administrator', 'member') and user_id = viewer_user() and account_id = viewer_account()
    and state = 'open' and assignee_id is null and answering_user_id is null and first_answered_at is null
    and (invoice_id is null or exists (
      select from invoices where invoices.id = invoice_id and invoices.account_id = viewer_account())));
create policy auth_functions on customer_requests for select to efacture_auth using (true);

alter table request_messages enable row level security;
alter table request_messages force row level security;
grant select, insert on request_messages to efacture_app;
grant select on request_messages to efacture_auth;

create policy jobs on request_messages to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on request_messages for select
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());
create policy staff_adds on request_messages for insert
  with check (viewer_kind() in ('adviser', 'manager') and side = 'supplier' and author_id = viewer_user()
    and supplier_id = viewer_supplier());
create policy account_reads on request_messages for select
  using (viewer_kind() in ('administrator', 'member') and account_id = viewer_account());
-- With a message a customer may close the request; only the supplier may accept or decline it.
create policy account_adds on request_messages for insert
  with check (viewer_kind() in ('administrator', 'member') and side = 'customer' and author_id = viewer_user()
    and account_id = viewer_account() and coalesce(outcome, 'closed') = 'closed');
create policy auth_functions on request_messages for select to efacture_auth using (true);

alter table answer_templates enable row level security;
alter table answer_templates force row level security;
grant select, insert, update, delete on answer_templates to efacture_app;

create policy jobs on answer_templates to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_manages on answer_templates
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier())
  with check (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());

-- Mails go to these addresses (db/policies/mails.sql), so only managers change the list.
alter table request_contacts enable row level security;
alter table request_contacts force row level security;
grant select, insert, delete on request_contacts to efacture_app;

create policy jobs on request_contacts to efacture_jobs using (viewer_kind() = 'job') with check (viewer_kind() = 'job');
create policy staff_reads on request_contacts for select
  using (viewer_kind() in ('adviser', 'manager') and supplier_id = viewer_supplier());
create policy manager_adds on request_contacts for insert
  with check (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
create policy manager_removes on request_contacts for delete
  using (viewer_kind() = 'manager' and supplier_id = viewer_supplier());
