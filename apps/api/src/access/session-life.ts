/** How long a session lives without use, in milliseconds: a phone may be without signal for weeks. */
export const sessionLifeMs = 60 * 86_400_000;
