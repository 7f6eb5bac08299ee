import { useState } from 'react';
import { tLock } from '../../locale/lock-messages.ts';
import { findPinProblem, normalPin } from '../../storage/vault/check-pin.ts';

/** A new PIN, typed twice because nobody sees what they type. */
export const useNewPin = (label: string) => {
  const words = tLock.setUp;
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [isTried, setTried] = useState(false);
  const problem = findPinProblem(pin);
  const isDifferent = normalPin(pin) !== normalPin(again);
  const fields = [
    { label, hint: words.hint, value: pin, onChange: setPin, error: isTried && problem ? words[problem] : null },
    {
      label: words.again,
      value: again,
      onChange: setAgain,
      error: isTried && problem === null && isDifferent ? words.different : null,
    },
  ];
  /** Shows what is wrong from now on; the PIN once nothing is. */
  const accept = (): string | null => {
    setTried(true);
    return problem === null && !isDifferent ? pin : null;
  };
  return { fields, accept };
};
