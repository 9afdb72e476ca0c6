import type { SiteConfig } from '../../../schemas/site-config.ts';

/**
 * What the pages are told when they run.
 *
 * @throws Error where it does not come
 */
export const getSiteConfig = async (): Promise<SiteConfig> => {
  const response = await fetch('/config.json', { credentials: 'omit' });
  if (!response.ok) throw new Error(`config.json: ${response.status}`);
  return response.json();
};
