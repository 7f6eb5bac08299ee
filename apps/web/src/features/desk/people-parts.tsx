import { tDesk } from '../../locale/desk-messages.ts';
import { ChipNav } from '../../ui/chip-nav.tsx';
import styles from './people-parts.module.css';

/** Leads between the parts of 组织与人员. */
export const PeopleParts = ({ current }: { readonly current: 'units' | 'accounts' | 'cadences' | 'rescues' }) => {
  const { part, partsLabel } = tDesk.units;
  return (
    <div className={styles.parts}>
      <ChipNav
        label={partsLabel}
        items={[
          { href: '/desk/units', label: part.units, current: current === 'units' },
          { href: '/desk/accounts', label: part.accounts, current: current === 'accounts' },
          { href: '/desk/cadences', label: tDesk.cadences.part, current: current === 'cadences' },
          { href: '/desk/rescues', label: tDesk.rescues.part, current: current === 'rescues' },
        ]}
      />
    </div>
  );
};
