/** Is the number of the wire contract. It grows when a message changes its meaning; old pushes are accepted for ever. */
export const protocolVersion = 1;

/** Is the number of the domain declarations that mutation arguments were written in. */
export const schemaVersion = 1;

/** The most mutations one push may carry. */
export const maxPushMutations = 200;

/** The largest push body, in bytes after inflation. */
export const maxPushBytes = 512 * 1024;

/** The largest single mutation a phone may save, in bytes of JSON. */
export const maxMutationBytes = 64 * 1024;

/** The most rows one pull page carries. */
export const maxPageRows = 4_000;

/** The largest page before compression, in bytes of JSON. */
export const maxPageBytes = 1_536 * 1024;
