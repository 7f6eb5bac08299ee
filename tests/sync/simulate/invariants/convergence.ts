import { isSameJson, type Json, specOf, toPhoneFields } from '@lianxin/domain';
import { digestText, emptyDigest, type StoredRow } from '@lianxin/sync/merge';
import { allRows, type WorldPhone } from '@lianxin/testkit';
import type { Play } from '../../steps/play.ts';
import type { Complaint, Invariant } from '../invariant.ts';
import { rowsDiffer, rowsGranted } from './granted-rows.ts';

/** When everybody has heard everything, each phone holds the server's rows as far as they are granted, shows nothing else and waits for nothing. */
export const convergence: Invariant = {
  name: 'I5 convergence',
  watch: (play) => ({
    atEnd: () => {
      for (const phone of play.world.phones) {
        if (play.world.server.isDisabled(phone.session.userId)) continue;
        const complaint = complainOf(play, phone);
        if (complaint !== null) return `the phone of ${phone.session.userName}: ${complaint}`;
      }
      return null;
    },
  }),
};

const complainOf = ({ world }: Play, phone: WorldPhone): Complaint => {
  const granted = world.server.bucketsOf(phone.session.userId);
  const expected = rowsGranted(world.server.space(), granted);
  const { confirmed, view, pending, state } = phone.app();
  if (state().outbox.length > 0) return `${state().outbox.length} mutations wait`;
  if (allRows(pending).length > 0) return 'rows are laid over although nothing waits';
  const digests = world.server.space().digests;
  const differs = granted.find(
    (bucket) => digestText(confirmed.digest(bucket)) !== digestText(digests.get(bucket) ?? emptyDigest),
  );
  return (
    rowsDiffer(confirmed, expected, granted) ??
    rowsDiffer(view, expected, granted) ??
    valuesDiffer(allRows(view), expected) ??
    (differs === undefined ? null : `the digest of ${differs} differs`)
  );
};

const valuesDiffer = (rows: readonly StoredRow[], expected: ReadonlyMap<string, StoredRow>): Complaint => {
  const other = rows.find((row) => {
    const wanted = toPhoneFields(specOf(row.table), expected.get(`${row.table}/${row.id}`)?.fields ?? {});
    const names = Object.keys(wanted);
    return (
      names.length !== Object.keys(row.fields).length || names.some((name) => isOther(row.fields[name], wanted[name]))
    );
  });
  return other === undefined ? null : `${other.table} ${other.id} has other values`;
};

/** Only a message that went over the wire has copies; everything else is the same value. */
const isOther = (value: Json | undefined, wanted: Json | undefined): boolean =>
  value !== wanted && !isSameJson(value ?? null, wanted ?? null);
