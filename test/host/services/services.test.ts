import { afterEach, describe, expect, it } from '@jest/globals';

import { isFree } from '../server/free-port';
import { folderOf } from './debian-package';
import { startPostgres } from './postgres';
import { startRedis } from './redis';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => await stop?.());

describe('the services of queue mode', () => {
	it('PostgreSQL keeps data until it is stopped', async () => {
		const postgres = await startPostgres();
		({ stop } = postgres);
		await postgres.createDatabase('warehouse');
		await postgres.query('warehouse', 'create table numbers as select * from generate_series(1, 3) as n');
		expect(await postgres.query('warehouse', "select n, 'Ж' from numbers")).toEqual(['1|Ж', '2|Ж', '3|Ж']);
		await expect(postgres.query('warehouse', 'select x')).rejects.toThrow('column "x" does not exist');
		await postgres.stop();
		expect(await isFree(postgres.port)).toBe(true);
	});

	it('Redis answers until it is stopped', async () => {
		const redis = await startRedis();
		({ stop } = redis);
		expect(await isFree(redis.port)).toBe(false);
		await redis.stop();
		expect(await isFree(redis.port)).toBe(true);
	});

	it('what is missing is named, together with how to get it', () => {
		const getuid = process.getuid;
		process.getuid = () => 1000;
		try {
			expect(() => folderOf({ name: 'no-such-server', package: 'no-such-package' })).toThrow(
				'sudo apt-get install -y --no-install-recommends no-such-package',
			);
		} finally {
			process.getuid = getuid;
		}
	});
});
