import { describe, expect, it } from 'vitest';
import { codeInGroups, typedAddress } from './invitation-text.ts';

describe('an invitation card', () => {
  it('shows the code in two halves', () => {
    expect(codeInGroups('ABCD2345')).toBe('ABCD 2345');
    expect(codeInGroups('ABCD-2345')).toBe('ABCD 2345');
  });

  it('prints the short address, without the secret', () => {
    expect(typedAddress('https://lianxin.example/invitation#0123456789')).toBe('https://lianxin.example/join');
  });
});
