import { isRow, type Row } from '../../../connector/rows';
import type { Run } from '../../shared/operations/run';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { PAGE_SIZE } from '../limits';
import { id as objectId } from '../schemas';
import { listPages } from './paged-list';

export const AGENCY_CLIENTS = '/api/v2/agency/clients.json';

/** A client of an agency, as its list names it (sheet 3.8). */
export interface AgencyClient {
	/** '' where it has none in a form that is known. */
	readonly id: string;
	/** By which a token is asked for; '' the same. */
	readonly username: string;
	/** What the agency calls it, else its username; null without both. */
	readonly name: string | null;
	/** As it came. */
	readonly user: Row;
}

/** One of them; undefined for an ID that is none of theirs. */
export async function agencyClientOf(api: MyTargetApi, id: string): Promise<AgencyClient | undefined> {
	const { rows } = await api.page(AGENCY_CLIENTS, [
		['fields', 'user'],
		['_user__id', id],
		['limit', '1'],
		['offset', '0'],
	]);
	return rows.map(clientOf).find((client) => client.id === id);
}

/** The clients whose relation to the agency goes on: nothing of the others can be reached any more. */
export async function* agencyClients(
	parts: Pick<Run<MyTargetApi>, 'api' | 'limit' | 'observe'>,
	status: 'active' | 'any' = 'active',
): AsyncGenerator<readonly AgencyClient[]> {
	const query = [
		['fields', 'user'] as const,
		...(status === 'active' ? [['_status', 'active'] as const] : []),
	];
	for await (const page of listPages(parts, AGENCY_CLIENTS, query, PAGE_SIZE.default))
		yield page.map(clientOf);
}

/** @param listed one of `AGENCY_CLIENTS` */
export function clientOf(listed: Row): AgencyClient {
	const user = rowIn(listed.user);
	const { client_name: clientName } = rowIn(user.additional_info);
	const username = textOf(user.username);
	const id = objectId.safeParse(user.id);
	return {
		id: id.success ? String(id.data) : '',
		username,
		name: [textOf(clientName), username].find((name) => name !== '') ?? null,
		user,
	};
}

function rowIn(value: unknown): Row {
	return isRow(value) ? value : {};
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** Of an account; null where nobody tells: it may not be allowed to see money. */
export function balanceIn({ account }: Row): Row[string] {
	return asNumber(rowIn(account).balance ?? null);
}
