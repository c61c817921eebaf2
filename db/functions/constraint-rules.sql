-- Functions that check constraints, computed columns and indexes call. They read no table and are created before the
-- tables.
-- Guarantees: a stored SIREN is valid; no supplier's slug is the path of a page of the portal; a search finds a text
-- whatever its case, spaces and dashes are.

-- SIREN: nine digits that pass the Luhn test (INSEE).
create or replace function is_siren(value text) returns boolean
language sql immutable strict parallel safe
return value ~ '^[0-9]{9}$' and (
  select sum(case when digit * weight > 9 then digit * weight - 9 else digit * weight end) % 10 = 0
  from (
    select substr(value, place, 1)::int as digit, case when place % 2 = 0 then 2 else 1 end as weight
    from generate_series(1, 9) as place
  ) as digits
);

-- Whether the portal itself uses this text as the first part of a path, so that no supplier can have it as its slug.
create or replace function is_reserved_slug(value text) returns boolean
language sql immutable strict parallel safe
return value = any (array[
  'accessibility', 'admin', 'api', 'console', 'd', 'dev', 'export', 'help', 'home', 'invoices', 'ledger', 'legal',
  'notice', 'overview', 'password', 'privacy', 'profile', 'recover', 'reset', 'second-factor', 'sign-out', 'verify'
]);

-- Returns a text as searches compare it: in lower case, without spaces, dashes and invisible characters.
-- lib/invoices/filter/searched-text.ts has the same list of characters; a test compares the two.
create or replace function folded_text(value text) returns text
language sql immutable strict parallel safe
return case when octet_length(value) = length(value) then translate(lower(value), E'- \t', '')
  else regexp_replace(lower(value), E'[- \t\u2010-\u2015\u2212\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000'
    '\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]', '', 'g') end;

-- Returns number, contracts and plates of an invoice in that form. Line feeds separate them, so that a searched text
-- never matches the end of one and the beginning of the next.
create or replace function searched_text(number text, contracts text[], vehicles text[]) returns text
language sql immutable strict parallel safe
return folded_text(
  number || chr(10) || array_to_string(contracts, chr(10)) || chr(10) || array_to_string(vehicles, chr(10))
);

-- Splits a name or number into words as the console's search compares them: in lower case, without accents and
-- punctuation.
create or replace function search_words(value text) returns text[]
language sql immutable strict parallel safe
return array_remove(regexp_split_to_array(
  replace(replace(replace(regexp_replace(lower(normalize(value, nfkd)), '[\u0300-\u036f]', '', 'g'),
    'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
  '[\u0001-/:-@\[-`{-\u00bf\u02b0-\u02ff\u1680\u180e\u2000-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff0-\ufffb]+'), '');

-- Returns these words joined, and cut to the length of a search word. The search compares what is typed with its
-- beginning.
create or replace function search_key(value text) returns text
language sql immutable strict parallel safe
return left(array_to_string(search_words(value), ''), 80);

-- Returns the words of a name joined once for each of the first eight, that word first: 'perceneige' and 'neigeperce'
-- for « Perce-Neige ». So the search finds the name by the beginning of any of these words.
create or replace function search_rotations(value text) returns setof text
language sql immutable strict parallel safe
begin atomic
  select left(array_to_string(words[first:] || words[:first - 1], ''), 80)
  from (select search_words(value) as words) as split,
    generate_series(1, least(cardinality(split.words), 8)) as first;
end;

-- Returns contracts and plates of an invoice as searches compare them (folded_text), each with the supplier's id in
-- front, so that a search in the one index of all suppliers finds those of one supplier. It contains no subquery,
-- because it is called for every invoice when the index is created.
create or replace function contract_keys(supplier uuid, contracts text[], vehicles text[]) returns text[]
language sql immutable strict parallel safe
return case when cardinality(contracts) + cardinality(vehicles) = 0 then '{}'::text[]
  else string_to_array(supplier::text || ':' || replace(folded_text(array_to_string(contracts || vehicles, chr(10))),
    chr(10), chr(10) || supplier::text || ':'), chr(10)) end;
