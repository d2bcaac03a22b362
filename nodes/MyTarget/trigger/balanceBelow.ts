import { amountField } from '../../shared/trigger/amount';
import type { TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { accounts, balanceOfClient, ownBalance } from '../balance/getAll';
import { AGENCY_CLIENTS, clientOf } from '../list/agency-clients';
import { listed } from './list-look';

const minimum = amountField({
	displayName: 'Minimum Balance',
	name: 'minimumBalance',
	default: 1000,
	description:
		'The workflow starts when a balance falls below it, in the currency of the account, and again only after it was higher',
});

export const balanceBelow: TriggerEvent<MyTargetApi> = {
	name: 'Balance Below',
	value: 'balanceBelow',
	description: 'When the balance of the account, or of a client of the agency, falls below a sum',
	fields: [{ ...accounts.field, description: 'Whose balance to watch' }, minimum.field],
	none: 'No balance is below Minimum Balance at the moment. Raise it for the test to see what an item looks like.',
	watch(parameters) {
		const scope = accounts.read(parameters);
		const least = minimum.read(parameters);
		return {
			async *look(look) {
				if (scope === 'own') yield [await ownBalance(look.api)];
				else
					for await (const page of listed(look, AGENCY_CLIENTS, [['fields', 'user']]))
						yield page.map((row) => balanceOfClient(clientOf(row)));
				look.leave(undefined);
				look.reachedEnd(look.mark === undefined);
			},
			idOf: ({ account_id }) => account_id,
			// Without access to money an account has no balance.
			stateOf: ({ balance }) => (typeof balance === 'number' ? { isBelow: balance < least } : undefined),
			matters: ({ isBelow }) => isBelow === true,
		};
	},
};
