import type { LocalState } from '@lianxin/sync/client';
import type { Space } from '@lianxin/testkit';
import type { Invariant } from '../invariant.ts';

/** What a phone counts as received lies in the server's log; what it no longer keeps lies in a backup; at the end everything saved lies in the log. */
export const durability: Invariant = {
  name: 'I2 durability',
  watch: (play) => {
    const { server } = play.world;
    const histories = new Map<string, Readonly<Space>>();
    const remember = (): void => {
      histories.set(server.space().epoch, server.space());
    };
    return {
      onExchange: () => {
        remember();
        return null;
      },
      onCommit: ({ before, after }) => {
        remember();
        const waiting = new Set(unacknowledged(after));
        const log = histories.get(after.meta.epoch ?? server.space().epoch)?.mutations;
        const lost = unacknowledged(before).find((id) => !waiting.has(id) && log?.has(id) !== true);
        if (lost !== undefined) return `mutation ${lost} left the outbox, and the server does not have it`;
        const kept = new Set([...after.kept, ...after.outbox].map((entry) => entry.id));
        const letGo = before.kept.find(
          (entry) => !kept.has(entry.id) && server.backup()?.mutations.has(entry.id) !== true,
        );
        return letGo === undefined ? null : `mutation ${letGo.id} is kept no longer, and no backup has it`;
      },
      atEnd: () => {
        const log = server.space().mutations;
        const lost = [...play.saved.keys()].find((id) => !log.has(id) && !play.destroyed.has(id));
        return lost === undefined ? null : `saved mutation ${lost} is nowhere on the server`;
      },
    };
  },
};

const unacknowledged = (state: LocalState): readonly string[] =>
  state.outbox.flatMap((entry) => (entry.acknowledgedRev === null ? [entry.id] : []));
