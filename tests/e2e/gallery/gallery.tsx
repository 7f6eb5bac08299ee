import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../../apps/web/src/ui/tokens.css';
import '../../../apps/web/src/ui/base.css';
import { DeskImport, DeskLedger } from './desk-pages.tsx';
import { Parts } from './parts.tsx';
import { HelpList, Household, Stairwell, Village, VisitForm } from './phone-pages.tsx';

const pages = {
  matrix: Stairwell,
  village: Village,
  household: Household,
  visit: VisitForm,
  help: HelpList,
  desk: DeskLedger,
  imports: DeskImport,
  parts: Parts,
};

// ?page=matrix&theme=dark&type=large
const query = new URLSearchParams(location.search);
const page = Object.entries(pages).find(([name]) => name === query.get('page'))?.[1] ?? Parts;
for (const name of ['theme', 'type']) {
  const value = query.get(name);
  if (value !== null) document.documentElement.dataset[name] = value;
}

const GalleryPage = page;
const container = document.getElementById('root');
if (container !== null) {
  createRoot(container).render(
    <StrictMode>
      <GalleryPage />
    </StrictMode>,
  );
}
