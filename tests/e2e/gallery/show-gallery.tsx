import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DeskImport, DeskLedger } from './desk-pages.tsx';
import { Parts } from './parts.tsx';
import { HelpList, Household, Stairwell, Village, VisitForm } from './phone-pages.tsx';
import { Swatches } from './swatches.tsx';

const pages = {
  matrix: Stairwell,
  village: Village,
  household: Household,
  visit: VisitForm,
  help: HelpList,
  desk: DeskLedger,
  imports: DeskImport,
  parts: Parts,
  swatches: Swatches,
};

const query = new URLSearchParams(location.search);

/** Shows the page that the address asks for: ?page=matrix&theme=dark&type=large&contrast=more&hand=left */
export const showGallery = (): void => {
  for (const name of ['theme', 'type', 'contrast', 'hand']) {
    const value = query.get(name);
    if (value !== null) document.documentElement.dataset[name] = value;
  }
  const GalleryPage = Object.entries(pages).find(([name]) => name === query.get('page'))?.[1] ?? Parts;
  const container = document.getElementById('root');
  if (container === null) throw new Error('the gallery has no #root');
  createRoot(container).render(
    <StrictMode>
      <GalleryPage />
    </StrictMode>,
  );
};
