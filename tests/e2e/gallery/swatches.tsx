import type { CSSProperties, ReactNode } from 'react';
import { DeskPage } from '../../../apps/web/src/ui/desk-page.tsx';
import { Section } from '../../../apps/web/src/ui/section.tsx';
import { statuses } from '../../../apps/web/src/ui/status.ts';
import { StatusGlyph } from '../../../apps/web/src/ui/status-glyph.tsx';

const grounds = ['paper', 'raised', 'press-soft', 'soon-soft', 'late-soft'];
const inks = ['ink', 'soft', 'faint', 'press', 'late', 'soon', 'done'];
const solids = [
  ['on-press', 'press'],
  ['on-late', 'late'],
  ['paper', 'ink'],
] as const;
const spaces = ['space-1', 'space-2', 'space-3', 'space-4', 'space-6', 'space-8'];
const corners = ['radius-small', 'radius', 'radius-large', 'radius-round'];
const texts = ['text-title', 'text-body', 'text-small', 'text-figure', 'text-cell'];

const token = (name: string): string => `var(--${name})`;

const Line = ({ children }: { readonly children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', gap: token('space-3'), padding: `${token('space-2')} 0` }}>
    {children}
  </div>
);

const swatch = (background: string, color: string): CSSProperties => ({
  minWidth: '9rem',
  padding: token('space-3'),
  border: `1px solid ${token('line')}`,
  borderRadius: token('radius-small'),
  background: token(background),
  color: token(color),
});

/** Every token on one sheet. */
export const Swatches = () => (
  <DeskPage title="色板" sub="tokens.css">
    <Section title="字落在纸上">
      {grounds.slice(0, 2).map((ground) => (
        <Line key={ground}>
          {inks.map((ink) => (
            <div key={ink} style={swatch(ground, ink)}>
              {ink} · {ground}
            </div>
          ))}
        </Line>
      ))}
      <Line>
        {grounds.slice(2).map((ground) => (
          <div key={ground} style={swatch(ground, 'ink')}>
            ink · {ground}
          </div>
        ))}
        {solids.map(([front, back]) => (
          <div key={back} style={swatch(back, front)}>
            {front} · {back}
          </div>
        ))}
      </Line>
    </Section>
    <Section title="七种情况">
      <Line>
        {statuses.map((status) => (
          <span key={status} style={{ display: 'inline-flex', gap: token('space-2'), alignItems: 'center' }}>
            <StatusGlyph status={status} label="" /> {status}
          </span>
        ))}
      </Line>
    </Section>
    <Section title="字">
      {texts.map((text) => (
        <div key={text} style={{ fontSize: token(text) }}>
          {text} 走访 602 户
        </div>
      ))}
    </Section>
    <Section title="间距与圆角">
      <Line>
        {spaces.map((space) => (
          <span key={space}>
            <span
              style={{
                display: 'inline-block',
                width: token(space),
                height: token('space-4'),
                background: token('press'),
              }}
            />{' '}
            {space}
          </span>
        ))}
      </Line>
      <Line>
        {corners.map((corner) => (
          <span
            key={corner}
            style={{
              padding: `${token('space-2')} ${token('space-4')}`,
              border: `1px solid ${token('soft')}`,
              borderRadius: token(corner),
            }}
          >
            {corner}
          </span>
        ))}
      </Line>
    </Section>
  </DeskPage>
);
