/** Is as much of a web stream as reading needs; the pure packages do not know the platform's own type. */
export interface ChunkSource {
  readonly getReader: () => {
    readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    readonly cancel: () => Promise<void>;
  };
}

/** Reads a web stream as an async generator; not every supported browser can iterate over one. Leaving early cancels the stream. */
export async function* chunksOf(source: ChunkSource): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = source.getReader();
  let isDone = false;
  try {
    while (!isDone) {
      const { done, value } = await reader.read();
      isDone = done;
      if (value) yield value;
    }
  } finally {
    if (!isDone) await reader.cancel();
  }
}
