import { locatorField } from '../shared/parameters/locator';

/** Whose account an operation is about, where the credential is that of an agency (sheet 1.5). */
export const agencyClient = locatorField({
	displayName: 'Agency Client',
	name: 'agencyClient',
	description:
		'The client of the agency whose account is used, by the user.username that Client > Get Many gives; the credential has to be that of the agency. Without it the account of the credential is used.',
	search: 'searchAgencyClients',
	placeholder: 'Choose a client...',
	typed: 'Name',
	example: '1a2b3c4d5e@agency_client',
});
