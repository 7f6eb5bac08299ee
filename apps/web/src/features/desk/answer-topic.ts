/** Is what an answer is about; a change at the desk makes the answers of its topics old. */
export type AnswerTopic = string;

/** Takes the first word of a path for its topic: /units/x?y -> units. */
export const topicOf = (path: string): AnswerTopic => /^\/([^/?]*)/.exec(path)?.[1] ?? '';

/** Puts a question on a path, leaving out what was not asked. */
export const withQuery = (path: string, query: Readonly<Record<string, string | null | undefined>>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
};
