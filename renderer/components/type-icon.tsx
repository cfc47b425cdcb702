import {
  IconBook2,
  IconBriefcase,
  IconBuilding,
  IconFileText,
  IconFolder,
  IconLetterCase,
  IconListCheck,
  IconPencil,
  IconSitemap,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

const typeIcons: Readonly<Record<string, Icon>> = {
  project: IconBriefcase,
  study: IconBook2,
  draft: IconPencil,
  document: IconFileText,
  programme: IconSitemap,
  measure: IconListCheck,
  organisation: IconBuilding,
  person: IconUsers,
  term: IconLetterCase,
  collection: IconFolder,
};

/** A sign beside the name of a type, never instead of it. */
export function TypeIcon({ type, size = 16 }: { type: string; size?: number }): React.JSX.Element {
  const Sign = typeIcons[type] ?? IconFileText;
  return <Sign size={size} stroke={1.6} aria-hidden />;
}
