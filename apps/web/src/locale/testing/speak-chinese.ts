import { speak } from '../messages.ts';

// Pages are loaded after the words of one language; a test loads them as it likes, so the words come first.
await speak('zh-CN');
