import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort } from '../server/free-port';
import { Program, untilReady } from '../server/program';
import { ownConnection } from '../server/rest-client';
import { folderOf } from './debian-package';

const user = 'default';
const password = 'demo-data-only';

export interface ClickHouse {
	readonly url: string;
	readonly user: string;
	readonly password: string;
	/** @returns the answer, as the query formats it @throws Error with what ClickHouse said */
	query(sql: string): Promise<string>;
	/** To be called when everything that uses it has ended. */
	stop(): Promise<void>;
}

/** The least that it starts with; the root of newer versions has another name, and they take this one, too. */
const configOf = (port: number, folder: string) => `<?xml version="1.0"?>
<yandex>
	<logger><level>warning</level><console>1</console></logger>
	<http_port>${port}</http_port>
	<listen_host>127.0.0.1</listen_host>
	<path>${folder}/data/</path>
	<tmp_path>${folder}/tmp/</tmp_path>
	<users_config>users.xml</users_config>
	<default_profile>default</default_profile>
	<default_database>default</default_database>
	<mark_cache_size>5368709</mark_cache_size>
	<timezone>UTC</timezone>
</yandex>
`;

const USERS = `<?xml version="1.0"?>
<yandex>
	<profiles><default></default></profiles>
	<quotas><default></default></quotas>
	<users>
		<${user}>
			<password>${password}</password>
			<networks><ip>127.0.0.1</ip></networks>
			<profile>default</profile>
			<quota>default</quota>
		</${user}>
	</users>
</yandex>
`;

/** Starts ClickHouse on loopback, with data that is gone afterwards. @throws Error, as {@link folderOf} */
export async function startClickHouse(): Promise<ClickHouse> {
	const program = { name: 'clickhouse-server', package: 'clickhouse-server' };
	const binary = join(folderOf(program), program.name);
	const folder = mkdtempSync(join(tmpdir(), 'clickhouse-'));
	const port = await freePort();
	const url = `http://127.0.0.1:${port}/`;
	for (const name of ['data', 'tmp']) mkdirSync(join(folder, name));
	writeFileSync(join(folder, 'config.xml'), configOf(port, folder));
	writeFileSync(join(folder, 'users.xml'), USERS);
	const server = new Program(binary, [`--config-file=${join(folder, 'config.xml')}`]);
	const stop = async () => {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	};
	const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
	const query = async (sql: string) => {
		const headers = { authorization, ...ownConnection };
		const response = await fetch(url, { method: 'POST', body: sql, headers });
		const text = await response.text();
		if (!response.ok) throw new Error(text);
		return text;
	};
	try {
		await untilReady('ClickHouse', server, async () =>
			query('select 1').then(
				() => true,
				() => false,
			),
		);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, user, password, query, stop };
}
