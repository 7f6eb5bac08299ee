import { afterAll } from 'vitest';
import { removeFreshDirectories } from './fresh-directory.ts';

// Files share a thread's modules, so a hook in the module itself would run after the first of them only.
afterAll(removeFreshDirectories);
