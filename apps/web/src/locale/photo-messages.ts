import { photos as en } from './en/photos.ts';
import { inLanguage } from './language.ts';
import { photos as zhCn } from './zh-cn/photos.ts';

/** The sentences about photos in the language in use, loaded with the first photo. */
export const tPhotos = inLanguage(zhCn, en);
