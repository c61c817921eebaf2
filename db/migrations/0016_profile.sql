-- A customer's user queues the mails that its own acts cause, in its account's name, and no others.
create policy customer_adds on mails for insert
  with check (viewer_kind() in ('administrator', 'member') and user_id = viewer_user() and account_id = viewer_account()
    and state = 'queued' and kind in ('request_made', 'request_received', 'password_changed'));
