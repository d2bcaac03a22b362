import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where n8n and its Node are kept, outside of the repository: n8n has some 2,000 packages. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'n8n-nodes-ru-ads');
