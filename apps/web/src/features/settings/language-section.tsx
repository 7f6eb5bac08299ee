import { language, languageNames, languages } from '../../locale/language.ts';
import { tSettings } from '../../locale/settings-messages.ts';
import { chooseLanguage } from '../../platform/language-choice.ts';
import { ChoiceBar } from '../../ui/choice-bar.tsx';
import { Section } from '../../ui/section.tsx';
import { Sub } from '../../ui/sub.tsx';

const options = languages.map((value) => ({ value, label: languageNames[value], lang: value }));

/** In which language the pages speak to whoever holds this phone. */
export const LanguageSection = () => (
  <Section title={tSettings.language}>
    <ChoiceBar
      label={tSettings.language}
      options={options}
      value={language()}
      onChange={(value) => void chooseLanguage(value)}
    />
    <Sub padded>{tSettings.languageNote}</Sub>
  </Section>
);
