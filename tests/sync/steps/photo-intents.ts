import { choose, type Maker, quiet } from './hand.ts';

/** Makes what is done with photos and codes. */
export const photoMakers = {
  addPhoto: (hand) => {
    const door = choose(hand, 'dwelling');
    if (door === undefined) return null;
    const household = hand.pick % 3 === 0 ? undefined : hand.phone.view.rowsBy('household', 'dwellingId', door.id)[0];
    // Few pictures, so that several records name the same one.
    const sha256 = String(hand.pick % 4).repeat(64);
    const fields = {
      dwellingId: door.id,
      householdId: household?.id ?? null,
      sha256,
      bytes: 900,
      width: 40,
      height: 30,
    };
    return quiet({ name: 'photo.add', args: { photo: { id: hand.newId(), fields } } });
  },
  removePhoto: (hand) => {
    const photo = choose(hand, 'photo');
    return photo === undefined ? null : quiet({ name: 'photo.remove', args: { photoId: photo.id } });
  },
  issueCode: (hand) => {
    const household = choose(hand, 'household');
    if (household === undefined) return null;
    const id = hand.newId();
    const token = id
      .replace(/[^A-Za-z0-9]/g, '')
      .padEnd(22, 'x')
      .slice(-22);
    return quiet({
      name: 'code.issue',
      args: { code: { id, fields: { householdId: household.id, token, fromOn: '2026-03-02' } } },
    });
  },
  endCode: (hand) => {
    const code = choose(hand, 'householdCode');
    return code === undefined ? null : quiet({ name: 'code.end', args: { codeId: code.id, toOn: '2026-03-03' } });
  },
} as const satisfies Readonly<Record<string, Maker>>;
