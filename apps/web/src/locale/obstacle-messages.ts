import { obstacle as en } from './en/obstacle.ts';
import { inLanguage } from './language.ts';
import { obstacle as zhCn } from './zh-cn/obstacle.ts';

/** The sentences about what keeps the app from working here, in the language in use; they come with their page. */
export const tObstacle = inLanguage(zhCn, en);
