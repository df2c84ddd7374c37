import { set } from './words.js';

/** Common given names, one gender each, for pronouns; a name that is not here has no gender and matches both. */
export const MALE = set(`will hunter chase guy khaled waleed javed sayed aaron abdul abdullah abdulrahman abel abraham adam adams adrian ahmad ahmed aidan alan albert alec alejandro alex alexander alexei alfred ali allan allen
  amir anders andre andreas andrew andrey andy angelo anthony antonio anwar arjun arnold arthur ashok austin ayo barry ben benjamin bernard bill billy bobby boris
  bradley brandon brendan brett brian bruce bryan caleb callum cameron carl carlos charles charlie chester chidi chinedu christian christopher chris chuck clarence clark
  claude clifford clive clyde colin connor conor craig curtis cyril dale damien dan daniel danny darren darryl dave david dean dennis derek dermot derrick desmond diego
  dmitri dominic don donald douglas drew duncan dustin dwayne dwight dylan eamon earl eddie edgar edmund eduardo edward edwin eli elijah elliot emeka emmanuel enrique eric
  erik ernest ethan eugene evan fabio farouk felix fernando fidel francis francisco frank franklin fred frederick gareth garfield gary gavin geoffrey george gerald gerard
  gilbert giovanni glen glenn gordon graham grant greg gregory guy hamid harold harris harry harvey hassan hector henry herbert herman howard hugh hugo hussein ian ibrahim
  igor imran isaac ismail ivan jack jackson jacob jake jamal james jamie jared jason javier jay jean jeff jeffrey jeremy jerome jerry jesse jim jimmy joaquin joe joel johan
  john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian julio julius justin kamal karl keith kelvin ken kenneth kevin khalid kieran kofi kunle kurt kyle
  lamar lance larry lars lawrence lee leo leon leonard leroy leslie lester lewis liam lloyd logan louis lucas luis luke mahmoud malcolm marc marcel marco marcus mario mark
  marshall martin marvin mathew matt matthew maurice max mehmet michael miguel mike mikhail milan mohamed mohammad mohammed morris moses muhammad musa mustafa nasser nathan
  nathaniel neil nelson nicholas nick nigel nikolai noah norman oleg oleksandr oliver oluwaseun omar oscar osman otto owen pablo patrick paul pedro perry peter phil philip
  phillip pierre pieter rafael raj rajesh ralph ramon randall randolph randy raul ravi ray raymond reginald rene ricardo richard rick riley rob robert roberto robin rodney
  roger roland roman ron ronald rory ross roy ruben rupert russell ryan salman sam samuel sanjay santiago saul scott sean sebastian sergei seth shane shaun shawn sidney simon
  solomon stanley stefan stephen steve steven stuart sunday sunil suresh taylor ted terence terry theodore thomas tim timothy tobias todd tom tomas tommy tony travis trevor
  troy tunde tyler umar usman vadim vernon victor vijay viktor vincent vladimir wallace walter warren wayne wesley wilfred william winston xavier yakubu yusuf zachary zhang
  zubair rehman kazeem babatunde chukwuma segun femi suleiman sani aliyu garba haruna lamine bilal tariq faisal saeed rashid karim nabil youssef rohan vikram anil deepak manoj`);

export const FEMALE = set(`abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amina amy ana andrea angela anita ann anna anne annie april aria ashley audrey
  barbara beatrice becky bernadette beth bethany betty beverly brenda bridget brittany camille carla carmen carol caroline carolyn catherine cecilia charlene charlotte cheryl
  chioma christina christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy dana daniela danielle dawn deborah debra denise diana diane dolores
  donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin esther eva evelyn faith fatima fiona florence frances gabriela gail gemma
  georgia geraldine gillian gina gladys gloria grace gwen halima hannah harriet hazel heather heidi helen helena hilary holly ida imogen ingrid irene iris isabel isabella
  jackie jacqueline jade jane janet janice jasmine jean jennifer jenny jessica jill joan joanna joanne jocelyn josephine joy joyce judith judy julia juliana julie june karen
  kate katherine kathleen kathryn kathy katie kayla kelly kerry kim kimberly kirsten kristen kristin laura lauren leah leila lena lesley lillian lily linda lisa lois loretta
  lori lorraine louise lucy lydia lynn madeleine maggie margaret maria mariam marie marilyn marina marion marjorie martha mary maureen megan melanie melissa mercedes mercy
  mia michelle mildred miranda molly monica monique nadia nancy naomi natalia natalie natasha ngozi nicola nicole nina nora norma olga olivia paige pamela patricia paula
  pauline penelope penny phyllis priya rachel rebecca regina renee rhonda rita roberta rosa rose rosemary ruby ruth sally samantha sandra sara sarah shannon sharon sheila
  shelley shirley silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan suzanne svetlana sylvia tamara tammy tanya tara teresa theresa tiffany tina tracey
  tracy ursula valerie vanessa vera veronica victoria virginia vivian wanda wendy whitney winifred yolanda yvonne zainab zoe sunita lakshmi pooja funmi folake bukola`);

export const PARTICLES = set(`de del della der den van von la le bin ibn al el da di do dos du st ten ter abu ap af av y e zu`);
export const SUFFIXES = set(`jr sr ii iii iv v`);
