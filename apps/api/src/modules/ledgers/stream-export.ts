import { createHash } from 'node:crypto';

/** Is what is known of a file once its last byte has left, or once its reader has gone. */
export interface ExportedFile {
  readonly sha256: string;
  readonly bytes: number;
  readonly isComplete: boolean;
}

/** Sends a file as it is made and tells what was sent, also when somebody breaks the download off. */
export const streamExport = (
  chunks: AsyncGenerator<Uint8Array>,
  onEnd: (file: ExportedFile) => Promise<void>,
): ReadableStream<Uint8Array> => {
  const hash = createHash('sha256');
  let bytes = 0;
  const end = (isComplete: boolean): Promise<void> => onEnd({ sha256: hash.digest('hex'), bytes, isComplete });
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        const next = await chunks.next();
        if (next.done) {
          await end(true);
          return controller.close();
        }
        hash.update(next.value);
        bytes += next.value.length;
        controller.enqueue(next.value);
      } catch (cause) {
        await end(false);
        controller.error(cause);
      }
    },
    cancel: async () => {
      await chunks.return(undefined);
      await end(false);
    },
  });
};
