import { dirname } from 'node:path';

import type { InstalledN8n } from '../install/n8n';

export type Environment = Readonly<Record<string, string>>;

/** No telemetry, no templates, no question that waits for an answer: nothing but this machine is asked. */
const quiet: Environment = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
};

const loopback: Environment = {
	N8N_HOST: '127.0.0.1',
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
};

/** Workers and imports have to read what the main process encrypted. It protects demo data only. */
export const encryptionKey = 'demo-data-only';

/** Of workflows that name none. */
export const TIMEZONE = 'Europe/Moscow';

/** What a process of n8n gets; of this machine's environment only what programs need to run. */
export function environmentOf(
	n8n: InstalledN8n,
	userFolder: string,
	brokerPort: number,
	more: Environment = {},
): NodeJS.ProcessEnv {
	const { PATH = '', HOME, LANG, TMPDIR, SystemRoot } = process.env;
	return {
		...{ HOME, LANG, TMPDIR, SystemRoot },
		PATH: `${dirname(n8n.node)}${process.platform === 'win32' ? ';' : ':'}${PATH}`,
		...quiet,
		...loopback,
		...n8n.release.environment,
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: encryptionKey,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		GENERIC_TIMEZONE: TIMEZONE,
		...more,
	};
}
