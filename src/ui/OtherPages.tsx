/** Pages that are seldom asked for: each comes by itself, and what fetches them not before one of them is. */
import { Route, Switch } from 'wouter';
import { page } from './page.tsx';
import { NotFound } from './parts/NotFound.tsx';

const EncryptionPage = page(['keep', 'lock', 'sealed'], 'EncryptionPage', () => import('./lock/EncryptionPage.tsx'));
const OwnPage = page(['home', 'lock', 'sealed'], 'OwnPage', () => import('./own/OwnPage.tsx'));
const PromisesPage = page(['promises'], 'PromisesPage', () => import('./promises/PromisesPage.tsx'));
const QuestionnairesPage = page(['home', 'problems'], 'QuestionnairesPage', () => import('./questionnaires/QuestionnairesPage.tsx'));
const RegisterPage = page(['problems', 'register'], 'RegisterPage', () => import('./register/RegisterPage.tsx'));
const VerifyPage = page(['verify'], 'VerifyPage', () => import('./verify/VerifyPage.tsx'));

export function OtherPages() {
  return (
    <Switch>
      <Route path="/encryption" component={EncryptionPage} />
      <Route path="/own/:id">{({ id }) => <OwnPage id={id} key={id} />}</Route>
      <Route path="/promises" component={PromisesPage} />
      <Route path="/questionnaires" component={QuestionnairesPage} />
      <Route path="/register" component={RegisterPage} />
      <Route path="/verify" component={VerifyPage} />
      <Route component={NotFound} />
    </Switch>
  );
}
