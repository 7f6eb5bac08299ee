import { Page } from '../ui/page.tsx';
import { PhoneShell } from '../ui/phone-shell.tsx';
import { AppBanner } from './app-banner.tsx';

/** Stands in while a page or the register is being opened. */
export const LoadingPage = ({ label }: { readonly label: string }) => (
  <PhoneShell banner={<AppBanner />}>
    <Page title={label}>
      <p role="status">{label}</p>
    </Page>
  </PhoneShell>
);
