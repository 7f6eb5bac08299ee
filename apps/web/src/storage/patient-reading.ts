/** Is thrown when the server cannot be reached, falls silent, or something else answers in its place. */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure';
}

/** Is how long a silence may last before a request is given up, in milliseconds. */
export interface Patience {
  readonly silenceMs: number;
  /** The slowest upload that is still waited for, in bytes a second. */
  readonly slowestUpload: number;
}

/** Sends a request, as `fetch` does. */
export type Send = (path: string, init: RequestInit) => Promise<Response>;

/** Is how a request is sent and waited for. */
export interface Sending {
  readonly send: Send;
  readonly patience: Patience;
}

/** Is an answer that was read to its end. */
export interface Heard {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Sends a request and reads the answer, as long as it still comes; whatever goes wrong on the way is a NetworkFailure. */
export const sendPatiently = async (
  path: string,
  init: RequestInit,
  { send, patience, uploadBytes = 0 }: Sending & { readonly uploadBytes?: number },
): Promise<Heard> => {
  const hush = watchSilence(patience.silenceMs);
  hush.wait(patience.silenceMs + (uploadBytes / patience.slowestUpload) * 1_000);
  try {
    const response = await send(path, { credentials: 'same-origin', ...init, signal: hush.signal });
    return { status: response.status, headers: response.headers, bytes: await readBytes(response, hush.heard) };
  } catch (cause) {
    throw new NetworkFailure('the server cannot be reached', { cause });
  } finally {
    hush.end();
  }
};

/** Gives a request up after a silence; a slow answer that still comes is waited for, however long it takes. */
const watchSilence = (silenceMs: number) => {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), ms);
  };
  return { signal: controller.signal, wait, heard: () => wait(silenceMs), end: () => clearTimeout(timer) };
};

const readBytes = async (response: Response, heard: () => void): Promise<Uint8Array<ArrayBuffer>> => {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    heard();
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
    parts.push(value);
  }
};

/** Reads JSON; null for what is none. */
export const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
};
