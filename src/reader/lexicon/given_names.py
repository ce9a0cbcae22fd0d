"""Common given names, with the pronoun they usually go with, and the short forms that stand for longer ones. Data.

A hint only: titles ("Mr.", "spokeswoman") and the article's own pronouns weigh more. Names used for both are left out
of both lists.
"""

from reader.lexicon.wordlists import words

_HE = """
aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alejandro alexander alfred ali allan allen
alvaro amir andre andreas andrei andres andrew andy angelo anil anthony antonio arjun arnold arthur arturo ashraf avi
ayman barack barry bart bashar ben benjamin benny bernard bernie bill billy bjorn bob bobby boris brad bradley brandon
brendan brett brian bruce bruno bryan caleb calvin carl carlos cedric chad charles charlie chester chris christian
christoph christopher chuck claude clayton clement cliff colin conor cornell craig curtis cyril dale damian damien dan
daniel danilo danny darren dave david dean dennis denis derek dick diego dirk dmitri dmitry dominic don donald donny
doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward edwin elijah emmanuel enrique eric erik ernest
ethan eugene evan fabio federico feliciano felix fernando floyd francesco francis francisco franck frank franklin fred
frederick gareth gary gavin geoffrey geoff george gerald gerard giorgio giovanni glen glenn gordon graham greg gregory
guillermo gustavo guy hamid hans harold harry harvey hassan hector helmut henri henry herbert herman howard hugh hugo
ian ibrahim igor isaac ivan jack jacob jacques jaime jake jamal james jan jared jason javier jay jeb jeff jeffrey
jeremy jeremiah jerome jerry jesse jim jimmy joe joel johan johannes john johnny jon jonas jonathan jorge jose joseph
josh joshua juan julian julio julius justin karim karl keith ken kenneth kenny kevin khalid kurt kyle lance larry lars
laurence lawrence lee len leo leon leonard leonardo leroy lester lewis liam lloyd lou louis luca lucas luis luke
mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus marshall martin marvin matt matteo matthew
maurice max maxim mehdi mehmet michael michel miguel mike mikhail milton mitch mitchell mohamed mohammad mohammed
morgan muhammad mustafa nathan nathaniel neal ned neil nelson nicholas nick nicolas nigel nikolai noah norman oliver
omar oscar osama oswald otto owen pablo patrick paul pavel pedro perry pete peter phil philip philippe phillip pierre
rafael rajiv ralph ramon randall randy raul ravi raymond reggie rene rex ricardo richard rick ricky rob robert roberto
robin rod roderick rodney rodrigo roger roland roman ron ronald ronny ross roy ruben rudy rudi rupert rush russell
ryan salman salvador sam samir samuel sanjay saul scott sean sebastian sergei sergey sergio seth shane shaun shawn
sheldon sherrod simon spencer stan stanley stefan stephen steve steven stewart stuart sven tariq ted terence terrence
terry theodore thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler vernon victor vijay vincent
viktor vladimir wade wallace walter warren wayne wesley wilbur will willard william willie wolfgang xavier yahya yusuf
zach zachary
"""

_SHE = """
abigail ada adele adriana agnes aisha alexandra alexandria alice alicia alison allison amanda amber amelia amy ana
andrea angela angelina anita ann anna anne annette annie antonia april ashley astrid audrey ava barbara beatrice becky
bella bernadette bertha beth bethany betsy betty beverly bianca bonnie brenda bridget brigitte brittany camille
candace carla carmen carol carole carolina caroline carolyn cassandra catherine cathy cecilia charlene charlotte
chelsea cheryl christina christine cindy claire clara claudia colleen connie constance cynthia daisy dana danielle
daphne dawn deborah debbie debra delia denise diana diane dolores donna dora doris dorothy edith eileen elaine eleanor
elena elisabeth elise eliza elizabeth ella ellen elsa emilia emily emma erica erin esther ethel eva eve evelyn faith
fatima fatou felicia fiona flora florence frances francesca gabriela gabrielle gail geraldine gertrude gina giulia
gladys glenda gloria grace greta gwen hannah harriet heather heidi helen helena henrietta hillary hilda holly ida ilse
imogen inez ingrid irene iris isabel isabella ivy jacqueline jane janet janice jasmine jean jeanette jeanne jenna
jennifer jenny jessica jill joan joanna joanne jodie josephine joy joyce juanita judith judy julia juliana julie
juliet kamala karen karin karla kate katharine katherine kathleen kathryn kathy katie katrina kayla kellyanne kimberly
kirsten kristen kristin kristina lara laura lauren laurie leah leila lena leticia lily linda lisa liz lois lola
loretta lorraine louise lucia lucille lucinda lucy lydia lynn mabel madeleine madison maggie maia malala mandy marcia
margaret margarita maria mariam marian marianne marie marilyn marina marion marjorie marlene martha mary matilda
maureen maya megan melanie melania melinda melissa mercedes meredith mia michelle mildred millie minnie miranda miriam
moira molly monica muriel myra nadia nancy naomi natalie natasha nicola nicole nina nora norma olga olive olivia paige
pamela patricia patty paula pauline peggy penelope penny petra phoebe phyllis polly priscilla priya rachel ramona
rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne ruby ruth sabrina sally samantha sandra
sara sarah serena sharon sheila shelley sherry shirley silvia simone sofia sonia sophia sophie stacey stella stephanie
sue susan susana susanna suzanne sylvia tamara tammy tanya tara teresa theresa tiffany tina tracy ursula valentina
valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilma winifred yasmin yolanda
yvette yvonne zoe
"""

HE = frozenset(_HE.split())
SHE = frozenset(_SHE.split())

# Given names in common use with either pronoun: they tell a person, not which.
EITHER = words(
    """alex ali ariel avery blake cameron casey charlie chris dana dominique drew elliot finley frankie harper jaime
    jamie jean jesse jessie jo jordan jules kelly kerry kim kris lee leslie lindsay lindsey lynn mackenzie
    marion mel morgan nicky parker pat quinn rakeyia reese riley robin rory rowan sam sandy sasha shannon sidney
    skyler stevie sydney taylor terry toni tracy"""
)

_SHORT = """
abe abraham|al albert alan|alex alexander alexandra|andy andrew|ben benjamin|bernie bernard|beth elizabeth|betty
elizabeth|bill william|billy william|bob robert|bobby robert|brad bradley|charlie charles|chris christopher
christine|chuck charles|cindy cynthia|dan daniel|danny daniel|dave david|deb deborah|debbie deborah|dick richard|don
donald|doug douglas|ed edward edwin|eddie edward|frank francis franklin|fred frederick|geoff geoffrey|greg
gregory|hank henry|harry harold henry|jack john|jake jacob|jeff jeffrey|jerry gerald jerome|jim james|jimmy james|joe
joseph|jon jonathan|josh joshua|kate katherine catherine|kathy katherine kathleen|katie katherine|ken kenneth|larry
lawrence|len leonard|leo leonard leonardo|liz elizabeth|maggie margaret|matt matthew|max maxwell maximilian|meg
margaret|mike michael|mitch mitchell|nate nathan nathaniel|nick nicholas|pam pamela|pat patrick patricia|peggy
margaret|pete peter|phil philip phillip|ray raymond|rich richard|rick richard|rob robert|ron ronald|rudy rudolph|sam
samuel samantha|steve steven stephen|sue susan|ted edward theodore|terry terence terrence theresa|tim timothy|tom
thomas|tony anthony|vic victor|vicky victoria|walt walter|will william|zach zachary
"""

SHORT_FORMS = {
    entry.split()[0]: frozenset(entry.split()[1:]) for entry in " ".join(_SHORT.split("\n")).strip().split("|")
}
