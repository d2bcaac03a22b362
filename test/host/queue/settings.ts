import type { StoredCredential } from '../../platforms/credentials';
import type { Environment } from '../server/environment';
import type { Postgres } from '../services/postgres';
import type { Redis } from '../services/redis';

/** Name of the database that n8n keeps its own things in. */
export const n8nDatabase = 'n8n';

/** What all processes of one n8n in queue mode are told, as in n8n's documentation of it. */
export function queueSettings(redis: Redis, { host, port, user, password }: Postgres): Environment {
	return {
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: host,
		DB_POSTGRESDB_PORT: String(port),
		DB_POSTGRESDB_DATABASE: n8nDatabase,
		DB_POSTGRESDB_USER: user,
		DB_POSTGRESDB_PASSWORD: password,
		// By default a worker that died is missed after a minute; a test does not wait that long.
		QUEUE_WORKER_LOCK_DURATION: '4000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '1000',
		QUEUE_WORKER_STALLED_INTERVAL: '2000',
	};
}

/** Name of the database that the examples load into. */
export const warehouse = 'warehouse';

/** What workflows hand slices to each other with; nobody else may start a load. */
export const sliceKey = { name: 'X-Slice-Key', value: 'demo-data-only' };

/** The credentials of examples/queue beside those of the platforms, under the ids that they refer to. */
export function queueCredentials({ host, port, user, password }: Postgres): StoredCredential[] {
	const postgres = { host, port, user, password, database: warehouse, ssl: 'disable', maxConnections: 5 };
	return [
		{ id: 'demoPostgres001', name: 'Postgres demo', type: 'postgres', data: postgres },
		{ id: 'demoSliceKey001', name: 'Slice key demo', type: 'httpHeaderAuth', data: sliceKey },
	];
}
