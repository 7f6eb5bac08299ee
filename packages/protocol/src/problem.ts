/** Lists the codes of RFC 9457 problems; the interface words every one of them. */
export const errorCodes = [
  'malformed',
  'tooLarge',
  'notSignedIn',
  'wrongNameOrPassword',
  'tooManyTries',
  'notAllowed',
  'notFound',
  'invitationUsedOrExpired',
  'nameTaken',
  'weakPassword',
  'insecureAddress',
  'foreignOrigin',
  'notAWorkbook',
  'saveAsXlsx',
  'workbookTooLarge',
  'noHeaderFound',
  'importChanged',
  'versionChanged',
  'importUndecided',
  'nothingImported',
  'reasonMissing',
  'reasonNamesPerson',
  'accountDisabled',
  'rescueUnreadable',
  'rescueForged',
  'busy',
  'behind',
  'readOnly',
  'wipe',
  'photoRefused',
  'internal',
] as const;

/** Is the code of a problem. */
export type ErrorCode = (typeof errorCodes)[number];

/** Is an RFC 9457 problem body; `type` is `about:blank` and `code` carries the meaning. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail?: string;
}

/** Says whether a text is a code that this version words. */
export const isErrorCode = (code: string): code is ErrorCode => errorCodes.some((known) => known === code);
