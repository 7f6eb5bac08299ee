import { photoPartBytes } from '@lianxin/protocol';
import type { PhotoTransport } from './photo-transport.ts';

/** Tells how sending ended: the server has it, knows of no record, will not keep it, or is to be tried again. */
export type SendEnd = 'sent' | 'unknown' | 'refused' | 'later';

/** Is what a phone gives back of a picture: its bytes, null when they are lost, or `later` when they could not be read just now. */
export type OpenedBytes = Uint8Array<ArrayBuffer> | null | 'later';

/** Is one picture to send. */
export interface PhotoToSend {
  readonly sha256: string;
  readonly open: () => Promise<OpenedBytes>;
  /** Is told how many bytes the server has. */
  readonly onProgress: (sent: number) => Promise<void>;
  /** Asked before every part: a phone that is locked or metered stops here and goes on another time. */
  readonly mayGoOn: () => boolean;
}

/** Sends a picture part by part from where the server is. Whatever interrupts it, the next time goes on there. */
export const sendPhoto = async (transport: PhotoTransport, photo: PhotoToSend): Promise<SendEnd> => {
  let answer = await transport.look(photo.sha256);
  if (answer.type === 'state' && answer.complete) return 'sent';
  if (answer.type === 'state' && answer.refused) return 'refused';
  const bytes = answer.type === 'state' ? await photo.open() : null;
  if (bytes === 'later') return 'later';
  if (answer.type === 'state' && bytes === null) return 'refused';
  // Each part moves the server on; one that does not is a mistake that must not repeat itself without end.
  for (let have = -1; answer.type === 'state' && !answer.complete && bytes !== null; ) {
    if (answer.have <= have || !photo.mayGoOn()) return 'later';
    have = answer.have;
    answer = await transport.send(photo.sha256, have, bytes.slice(have, have + photoPartBytes));
    if (answer.type === 'state') await photo.onProgress(answer.have);
  }
  return answer.type === 'state'
    ? 'sent'
    : answer.type === 'refused'
      ? await judge(transport, photo.sha256)
      : answer.type;
};

/** A refusal for good stands in the server's state; any other may have been damage on the way. */
const judge = async (transport: PhotoTransport, sha256: string): Promise<SendEnd> => {
  const state = await transport.look(sha256);
  return state.type === 'state' && state.refused ? 'refused' : 'later';
};
