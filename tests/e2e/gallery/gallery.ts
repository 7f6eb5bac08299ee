import '../../../apps/web/src/ui/tokens.css';
import '../../../apps/web/src/ui/base.css';
import { speak } from '../../../apps/web/src/locale/messages.ts';

// The words come before the pages, as they do in the app.
await speak('zh-CN');
(await import('./show-gallery.tsx')).showGallery();
