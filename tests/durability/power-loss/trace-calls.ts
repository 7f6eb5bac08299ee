/**
 * Is one call to the system as strace wrote it down. A call that other threads' calls interrupted comes twice: when it
 * began and when it ended.
 */
export interface TracedCall {
  readonly thread: string;
  readonly name: string;
  readonly phase: 'whole' | 'begin' | 'end';
  /** The files that the call's numbers stand for, as `-y` tells, in order; one of a call's end comes from its beginning. */
  readonly files: readonly string[];
  /** The call's texts, decoded: data and paths. */
  readonly texts: readonly Buffer[];
  /** The call's plain numbers, in order. */
  readonly numbers: readonly number[];
  readonly flags: string;
  /** Negative when the call failed. */
  readonly result: number;
}

const lineShape = /^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$/;
const fileShape = /\d+<([^>]*)>/g;
const resultShape = /= (-?\d+)[^=]*$/;
const unfinished = '<unfinished ...>';

/** Reads the lines of `strace -f -y` that a filter lets through; the end of an interrupted call passes with its beginning. */
export function* readTrace(lines: Iterable<string>, concerns: (line: string) => boolean): Generator<TracedCall> {
  const begun = new Map<string, TracedCall>();
  for (const line of lines) {
    const [, thread = '', resumed, started, rest = ''] = lineShape.exec(line) ?? [];
    const beginning = resumed === undefined ? undefined : begun.get(thread);
    if (beginning !== undefined && beginning.name === resumed) {
      begun.delete(thread);
      yield { ...beginning, phase: 'end', result: resultOf(rest) };
    } else if (started !== undefined && concerns(line)) {
      const isWhole = !rest.endsWith(unfinished);
      const call = { thread, name: started, phase: isWhole ? 'whole' : 'begin', ...readArguments(rest) } as const;
      if (!isWhole) begun.set(thread, call);
      yield call;
    }
  }
}

const readArguments = (rest: string): Pick<TracedCall, 'files' | 'texts' | 'numbers' | 'flags' | 'result'> => {
  const { texts, plain } = takeTextsOut(rest);
  const files = [...plain.matchAll(fileShape)].map(([, file = '']) => file);
  const flags = plain.replace(resultShape, '').replaceAll(fileShape, '');
  const numbers = [...flags.matchAll(/(?<![\w.])\d+(?![\w.])/g)].map(([number]) => Number(number));
  return { files, texts: texts.map(decode), numbers, flags, result: resultOf(plain) };
};

const resultOf = (rest: string): number => Number(resultShape.exec(rest)?.[1] ?? 0);

/** Parts what stands in quotes from the rest. Texts are as long as a page of a database, too long for one regular expression. */
const takeTextsOut = (rest: string): { readonly texts: readonly string[]; readonly plain: string } => {
  const texts: string[] = [];
  let plain = '';
  let at = 0;
  for (let from = rest.indexOf('"'); from >= 0; from = rest.indexOf('"', at)) {
    let to = rest.indexOf('"', from + 1);
    while (isEscaped(rest, to)) to = rest.indexOf('"', to + 1);
    texts.push(rest.slice(from + 1, to));
    plain += rest.slice(at, from);
    at = to + 1;
  }
  return { texts, plain: plain + rest.slice(at) };
};

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
};

const letters: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, f: 12, v: 11, '"': 34, '\\': 92 };

/** Undoes the escapes of C: letters, and octal digits for all that is not printable ASCII. */
const decode = (text: string): Buffer => {
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    let byte = text.charCodeAt(at);
    if (text[at] === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      byte = octal === undefined ? (letters[text[at + 1] ?? ''] ?? 0) : Number.parseInt(octal, 8);
      at += octal?.length ?? 1;
    }
    bytes[length] = byte;
    length += 1;
  }
  return bytes.subarray(0, length);
};
