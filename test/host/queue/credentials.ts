import type { StoredCredential } from '../../platforms/credentials';
import type { Postgres } from '../services/postgres';

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
