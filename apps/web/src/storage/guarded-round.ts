import { type RoundPorts, runRound, type Transport, type TransportRefusal } from '@lianxin/sync/client';
import { NetworkFailure } from './patient-reading.ts';
import type { Register } from './register.ts';
import { StorageFailure } from './storage-failure.ts';
import type { RoundEnd } from './sync-machine-state.ts';

/** Is what a round needs from the phone. */
export interface GuardedRoundPorts {
  readonly register: Register;
  readonly transport: Transport;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onSignedOut: () => void;
  /** Is told of an error in our own code. */
  readonly onBroken: (cause: unknown) => void;
}

const isRefusal = (answer: object): answer is TransportRefusal => 'type' in answer && answer.type === 'refusal';

/** Runs one round and tells how it ended; whatever goes wrong is told apart by its type, and nothing is thrown. */
export const runGuardedRound = async (
  ports: GuardedRoundPorts,
  onProgress: NonNullable<RoundPorts['onProgress']>,
): Promise<{ readonly result: RoundEnd; readonly retryAfterMs: number }> => {
  const { register } = ports;
  let retryAfterMs = 0;
  const noting = async <T extends object>(answer: Promise<T | TransportRefusal>): Promise<T | TransportRefusal> => {
    const answered = await answer;
    if (isRefusal(answered)) retryAfterMs = answered.retryAfterMs ?? 0;
    return answered;
  };
  try {
    const result = await runRound({
      transport: {
        push: (request) => noting(ports.transport.push(request)),
        pull: (request) => noting(ports.transport.pull(request)),
        segments: (request) => noting(ports.transport.segments(request)),
      },
      state: register.state,
      rows: () => register.confirmed,
      update: register.update,
      now: ports.now,
      newId: ports.newId,
      onProgress,
    });
    if (result === 'signedOut') ports.onSignedOut();
    return { result, retryAfterMs };
  } catch (cause) {
    if (cause instanceof StorageFailure) return { result: 'storageFailed', retryAfterMs };
    if (cause instanceof NetworkFailure) return { result: 'offline', retryAfterMs };
    ports.onBroken(cause);
    return { result: 'broken', retryAfterMs };
  }
};
