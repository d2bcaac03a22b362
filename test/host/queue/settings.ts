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
