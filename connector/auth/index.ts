export { fixedAuth, renewableAuth, type Auth } from './auth';
