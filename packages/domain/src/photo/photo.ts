import { moment, reference, requiredReference, requiredText, text, wholeNumber } from '../kernel/field.ts';
import { governed } from '../kernel/governance.ts';
import { defineRecord, type RecordOf } from '../kernel/record-spec.ts';

/** The largest photo that is kept, in bytes of JPEG. */
export const maxPhotoBytes = 300 * 1024;

/** The most pixels of a photo that is taken in. */
export const maxPhotoPixels = 25_000_000;

/** Says whether a text is the SHA-256 of a photo as records and addresses write it. */
export const isPhotoHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** Declares an optional photo: this row is the record, the picture itself follows by its hash and never holds the record up. */
export const photo = defineRecord({
  name: 'photo',
  label: { zh: '照片', en: 'photo' },
  placing: 'grid',
  appendOnly: false,
  governance: { purpose: '说明走访中看到的情况', legalBasis: 'duty', retainYears: 2 },
  fields: {
    dwellingId: requiredReference('房屋', 'dwelling', 'dwelling'),
    householdId: reference('住户', 'household', 'household'),
    visitId: reference('走访', 'visit', 'visit'),
    needId: reference('需求', 'need', 'need'),
    /** SHA-256 of the JPEG as it left the phone, 64 hexadecimal digits. */
    sha256: requiredText('指纹', 'fingerprint', { merge: 'fixed', max: 64 }),
    bytes: wholeNumber('大小', 'bytes', { merge: 'fixed', min: 1, max: maxPhotoBytes }),
    width: wholeNumber('宽', 'width', { merge: 'fixed', min: 1, max: 20_000 }),
    height: wholeNumber('高', 'height', { merge: 'fixed', min: 1, max: 20_000 }),
    caption: text('说明', 'caption', { merge: 'fixed', max: 200, sensitivity: 'personal', mask: 'omit' }),
    addedAt: moment('加入时间', 'added at', { merge: 'server' }),
    addedByName: text('谁加的', 'added by', { merge: 'server', max: 60 }),
    ...governed,
  },
});

/** Is the record of a photo. */
export type Photo = RecordOf<typeof photo>;
