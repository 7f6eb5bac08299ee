import { language, languageNames, languages } from '../locale/language.ts';
import { chooseLanguage } from '../platform/language-choice.ts';
import { Button } from './button.tsx';
import { PageActions } from './page-actions.tsx';

/** Offers the other languages, each in its own words: for pages that are read before anybody can find the settings. */
export const LanguageSwitch = () => (
  <PageActions>
    {languages
      .filter((offered) => offered !== language())
      .map((offered) => (
        <Button key={offered} variant="quiet" onClick={() => void chooseLanguage(offered)}>
          <span lang={offered}>{languageNames[offered]}</span>
        </Button>
      ))}
  </PageActions>
);
