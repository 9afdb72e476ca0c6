import { sentenceCase } from '../../../../core/report/wording/sentence-case.ts';
import type { AdminContext } from '../context.ts';
import type { Draft, Texts } from './draft.ts';
import { languagesOf } from './languages.ts';

/** What a poll asks, its languages side by side, to be read. */
export const DefinitionTable = ({
  context: { text },
  draft,
}: {
  readonly context: Pick<AdminContext, 'text'>;
  readonly draft: Draft;
}) => {
  const { definition, languageName } = text;
  const languages = languagesOf(draft);
  const row = (key: string, what: string, texts: Texts) => (
    <tr key={key}>
      <th scope="row">{what}</th>
      {languages.map((language) => (
        <td key={language} data-column={sentenceCase(languageName(language))}>
          <div {...(texts[language] && { lang: language })}>
            {texts[language] || definition.noTitle}
          </div>
        </td>
      ))}
    </tr>
  );
  return (
    <table class="data">
      <caption>{text.poll.asked}</caption>
      <thead>
        <tr>
          <th scope="col">{text.sections.definition}</th>
          {languages.map((language) => (
            <th key={language} scope="col">
              {sentenceCase(languageName(language))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row('title', definition.pollTitle, draft.title)}
        {row('introduction', definition.pollIntroduction, draft.introduction)}
        {draft.levelTitles.map((texts, level) =>
          row(`level ${level}`, definition.level(level + 1, draft.levels), texts),
        )}
        {draft.categories.flatMap((category, index) => [
          row(`category ${category.key}`, definition.category(index + 1), category.title),
          ...category.items.map((item, place) =>
            row(item.key, `${definition.item(place + 1)}: ${item.id}`, item.title),
          ),
        ])}
      </tbody>
    </table>
  );
};
