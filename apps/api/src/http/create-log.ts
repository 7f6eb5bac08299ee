import pino, { type DestinationStream, type Logger } from 'pino';

/** What must never be logged, should somebody ever hand a whole object to the log. */
const hidden = [
  'password',
  'passwordHash',
  'token',
  'tokenHash',
  'code',
  'cookie',
  'authorization',
  'body',
  'query',
  'name',
  'phone',
  'args',
  'fields',
];

/** Creates the log. It is given ids, counts and kinds; values of records never reach it, and known names are cut out as a second line of defence. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    { level, base: null, redact: { paths: hidden.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), remove: true } },
    destination,
  );
