/** Is what may be heard on the server's stream of pokes. */
export interface SyncEventListener {
  readonly onOpen: () => void;
  /** Something of one's own has changed; everything up to `top` can be pulled. */
  readonly onCall: (top: number) => void;
  /** The stream ended or could not be opened; nobody but the listener opens it again. */
  readonly onLost: () => void;
}

/** Listens to the server's pokes until the answer is called. They carry no data and may be lost: polling is the truth, this only makes it quick. */
export const listenToSyncEvents = (communityId: string, listener: SyncEventListener): (() => void) => {
  const query = new URLSearchParams({ community: communityId });
  const source = new EventSource(`/api/v1/sync/events?${query}`);
  source.addEventListener('open', listener.onOpen);
  source.addEventListener('poke', (event) => {
    const top = readTop(event.data);
    if (top !== null) listener.onCall(top);
  });
  source.addEventListener('error', () => {
    // The browser would come back by itself every few seconds, all phones in step.
    source.close();
    listener.onLost();
  });
  return () => source.close();
};

const readTop = (text: unknown): number | null => {
  const top = typeof text === 'string' ? /^\{"top":(\d{1,15})\}$/.exec(text)?.[1] : undefined;
  return top === undefined ? null : Number(top);
};
