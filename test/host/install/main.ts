/** Installs n8n of N8N_VERSION by itself, so that tests find it: `npx tsx test/host/install/main.ts`. */
import { installedN8n } from './n8n';
import { newest } from './releases';

void installedN8n(process.env.N8N_VERSION ?? newest, console.log);
