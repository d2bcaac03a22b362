import type { Row } from '../../../connector/rows';
import type { ListOperation } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { plural } from '../../shared/parameters/shown';
import type { MyTargetApi } from '../api';
import { agencyClients, balanceIn, type AgencyClient } from '../list/agency-clients';

/** Whose balances. */
export const accounts = choiceField({
	displayName: 'Accounts',
	name: 'accountScope',
	type: 'options',
	options: [
		{ name: 'Agency Clients', value: 'clients', description: 'All clients of the agency of the credential' },
		{ name: 'Own', value: 'own', description: 'The account of the credential' },
	],
	default: 'own',
	description: 'Whose balance to get',
});

export const getAll: ListOperation<MyTargetApi> = {
	name: 'Get Many',
	value: 'getAll',
	description: 'Get the balance of the account, or of each client of an agency, as numbers',
	action: 'Get balances',
	gives: 'list',
	manyRows: false,
	fields: [accounts.field],
	async *rows(run) {
		if (accounts.read(run.parameters) === 'own') {
			yield [await ownBalance(run.api)];
			return;
		}
		let unnamed = 0;
		for await (const page of agencyClients(run, 'any')) {
			unnamed += page.filter(({ id }) => id === '').length;
			yield page.map(balanceOfClient);
		}
		if (unnamed > 0)
			run.observe({ type: 'remark', text: `${plural(unnamed, 'client')} of the agency came without an ID.` });
	},
};

export async function ownBalance(api: MyTargetApi): Promise<Row> {
	const fields = ['id', 'username', 'currency', 'account'];
	return balanceOf(await api.user([['fields', fields.join(',')]], fields));
}

export function balanceOfClient({ user, name }: AgencyClient): Row {
	return { ...balanceOf(user), account_name: name };
}

/** What nobody said is null: an account without access to money has no balance, a client as a rule no currency (sheet 3.8). */
function balanceOf(user: Row): Row {
	const { id, username, currency } = user;
	return {
		account_id: id ?? null,
		account_name: username ?? null,
		balance: balanceIn(user),
		currency: currency ?? null,
	};
}
