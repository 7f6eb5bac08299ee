import { erasureAnswerSchema } from '@lianxin/protocol';
import { useState } from 'react';
import { tDesk } from '../../../locale/desk-messages.ts';
import type { ApiFailure } from '../../../storage/api-client.ts';
import { useChange } from '../use-change.ts';

const shortestReason = 2;
/** The answers in which an erased person may have stood. */
const outdates = ['persons', 'register', 'overview', 'ledgers', 'imports', 'audit'];

/** Is an erasure while it is being asked for: what was typed, what is still wrong, how far it has come. */
export interface Erasing {
  readonly reason: string;
  readonly typed: string;
  readonly setReason: (reason: string) => void;
  readonly setTyped: (typed: string) => void;
  readonly reasonError: string | null;
  readonly wordError: string | null;
  readonly state: 'asking' | 'busy' | 'done';
  readonly failure: ApiFailure | null;
  readonly erase: () => Promise<void>;
}

/** Takes a reason and the word, and erases when both are there; errors show after the first press. */
export const useErasing = (personId: string, community: string): Erasing => {
  const words = tDesk.erasures;
  const change = useChange();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [isPressed, setPressed] = useState(false);
  const [isDone, setDone] = useState(false);
  const isReasonShort = reason.trim().length < shortestReason;
  const isWordWrong = typed.trim() !== words.confirmWord;
  const erase = async () => {
    setPressed(true);
    if (isReasonShort || isWordWrong) return;
    const path = `/persons/${personId}/erase`;
    const answer = await change.send({ path, json: { community, reason }, schema: erasureAnswerSchema, outdates });
    if (answer.ok) setDone(true);
  };
  return {
    reason,
    typed,
    setReason,
    setTyped,
    reasonError: isPressed && isReasonShort ? words.reasonMissing : null,
    wordError: isPressed && isWordWrong ? words.confirmWrong(words.confirmWord) : null,
    state: isDone ? 'done' : change.isBusy ? 'busy' : 'asking',
    failure: change.failure,
    erase,
  };
};
